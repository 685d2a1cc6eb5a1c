/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-36UKRT22.js";import"./board-5SM6OQHH.js";import"./board-DMRW5CFN.js";import"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as Refusals};
