/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{e as o}from"./board-ID6SJ3B3.js";import"./board-ZMAF45M4.js";import"./board-ML3NNHGA.js";import"./board-KYIRGFZR.js";import"./board-MDZKHNOU.js";export{o as Page};
