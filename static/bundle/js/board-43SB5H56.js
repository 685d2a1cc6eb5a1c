/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{b as a}from"./board-LW27YMIZ.js";import"./board-JH6SHVAS.js";import"./board-HLKG6KNZ.js";export{a as Page};
