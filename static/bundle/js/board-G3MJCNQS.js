/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import{a}from"./board-OFXYOQ2B.js";import"./board-ARAT4WIN.js";import"./board-KX5XDBJF.js";import"./board-E3OLUMF7.js";import"./board-RFPELJBS.js";export{a as Dialogs};
